// The ways in which a WeChat mini program reaches the network, and the rules' name. https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html

/** Rules differ by platform, so a result names whose it used: WeChat mini programs and mini games. */
export const RULE_SET = 'wechat-mini-program';

/** In the order of the console's lists; the last two go through WeChat's cloud hosting, which has none. */
export const APIS = [
  'request',
  'uploadFile',
  'downloadFile',
  'connectSocket',
  'createTCPSocket',
  'createUDPSocket',
  'callContainer',
  'connectContainer',
] as const;
export type Api = (typeof APIS)[number];

/** What the rules tell APIs apart by. */
export type ApiFamily = 'https' | 'socket' | 'tcp' | 'udp' | 'container';

export function familyOf(api: Api): ApiFamily {
  switch (api) {
    case 'request':
    case 'uploadFile':
    case 'downloadFile':
      return 'https';
    case 'connectSocket':
      return 'socket';
    case 'createTCPSocket':
      return 'tcp';
    case 'createUDPSocket':
      return 'udp';
    case 'callContainer':
    case 'connectContainer':
      return 'container';
  }
}
