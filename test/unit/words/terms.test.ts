// One term for one thing: texts for users must not contain a term of the left column. Grow the list when a term is settled.
import { expect, it } from 'vitest';
import type { Language } from '../../../lib/text/language.ts';
import { messagesOf } from '../../fixtures/built-messages.ts';

const TERMS: readonly (readonly [language: Language, not: string, but: string])[] = [
  ['zh_CN', '应答方', '对方'],
  ['zh_CN', '没有发现需要处理的事项', '没有发现需要处理的问题'],
  ['zh_CN', '值得了解', '请留意'],
  ['zh_CN', '非网页', '不是网页'],
  ['zh_CN', '未提供详情', '到期日未知'],
  ['zh_CN', '带走', '导出'],
  ['zh_CN', '角度', '视角'],
  ['zh_CN', '网站管理者', '站长（标签）、网站负责人（正文）'],
  ['zh_CN', '登记地址', '试用申请地址'],
  ['zh_CN', '注册地址', '试用申请地址'],
  ['zh_CN', '注册页面', '试用申请页面'],
  ['zh_CN', '续用', '续签（证书）、续费（服务）'],
  ['zh_CN', '已验证组织', '组织验证型（OV），已核实组织身份'],
  ['en', 'that shows from here', 'that we can see'],
  ['en', 'no details told', 'end date unknown'],
  ['en', 'list along', 'Export'],
  ['en', 'the seller is to do', 'Services you want'],
  ['en', 'How we know', 'Evidence'],
];

it.each(TERMS)('in %s, no text says “%s” for “%s”', (language, not, _but) => {
  const found = Object.entries(messagesOf(language)).filter(([, { message }]) => message.includes(not));
  expect(found.map(([key]) => key)).toEqual([]);
});
