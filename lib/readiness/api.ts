// The network APIs of WeChat mini programs, by the names of the rules.
// https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html

/** The platform whose rules a result used: WeChat mini programs and mini games. */
export const RULE_SET = 'wechat-mini-program';

/** In the order of the console's lists; the last two use WeChat's cloud hosting, which has no list. */
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

/** The families of APIs that the rules distinguish. */
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
