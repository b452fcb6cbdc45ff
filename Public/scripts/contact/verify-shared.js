// Hosts where everybody can have something: who owns a page or an address there, the host alone does not say. The
// generator refuses them as official as a whole; Sources/Loading/Contact/SharedHost.swift has the same lists.

import { asciiLower } from "./verify-confusables.js";
import { NETWORK_HOSTS } from "./verify-networks.js";

// Hosts that give everybody a sub-domain: what stands before them has another owner each time.
const ABOVE = words(`
  github.io gitlab.io pages.dev workers.dev vercel.app netlify.app web.app firebaseapp.com herokuapp.com onrender.com
  fly.dev surge.sh glitch.me repl.co blogspot.com wordpress.com tumblr.com wixsite.com weebly.com webflow.io
  squarespace.com azurewebsites.net cloudfront.net myshopify.com notion.site gitbook.io readthedocs.io substack.com
  tistory.com zendesk.com freshdesk.com intercom.help helpscoutdocs.com typeform.com t.me
`);
// Hosts that give everybody a page.
const PAGES = words(`
  github.com gitlab.com bitbucket.org medium.com notion.so linktr.ee beacons.ai about.me telegra.ph pastebin.com
  google.com sites.google.com docs.google.com drive.google.com forms.gle goo.gl storage.googleapis.com s3.amazonaws.com
  apps.apple.com play.google.com bit.ly tinyurl.com t.co tawk.to calendly.com trello.com jotform.com surveymonkey.com
  threads.net threads.com bsky.app mastodon.social pinterest.com twitch.tv snapchat.com quora.com patreon.com vk.com
  ok.ru zalo.me signal.me messenger.com steamcommunity.com zhihu.com bilibili.com douyin.com xiaohongshu.com
  blog.naver.com cafe.naver.com note.com ameblo.jp docs.qq.com
`);
// Hosts that give everybody a mailbox.
const MAIL = words(`
  gmail.com googlemail.com outlook.com outlook.de outlook.es outlook.fr outlook.jp outlook.kr hotmail.com hotmail.co.uk
  hotmail.de hotmail.es hotmail.fr hotmail.it live.com live.ca live.co.uk live.de live.fr live.jp live.nl msn.com
  yahoo.com yahoo.ca yahoo.co.id yahoo.co.in yahoo.co.jp yahoo.co.kr yahoo.co.uk yahoo.com.ar yahoo.com.au yahoo.com.br
  yahoo.com.hk yahoo.com.mx yahoo.com.ph yahoo.com.sg yahoo.com.tw yahoo.com.vn yahoo.de yahoo.es yahoo.fr yahoo.it
  ymail.com rocketmail.com aol.com icloud.com me.com mac.com qq.com foxmail.com 163.com 126.com yeah.net sina.com
  sina.cn sohu.com aliyun.com naver.com hanmail.net daum.net kakao.com nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp
  proton.me protonmail.com pm.me gmx.at gmx.ch gmx.com gmx.de gmx.net web.de mail.com mail.ru yandex.com yandex.ru ya.ru
  zoho.com tutanota.com tuta.com fastmail.com hey.com
`);

/** The hosts, by what everybody can have there; without the prefixes that mean the same host. */
export const SHARED_HOSTS = {
  above: ABOVE,
  pages: PAGES,
  mail: MAIL,
  networks: new Set(NETWORK_HOSTS.map(withoutPrefix)),
};

/**
 * Whether a host gives everybody a sub-domain.
 * @param {string} host A host in small letters.
 * @returns {boolean}
 */
export function isAboveStrangers(host) {
  return ABOVE.has(host);
}

/**
 * Whether everybody can have a page, a sub-domain or a mailbox there.
 * @param {string} host A host.
 * @returns {boolean}
 */
export function isShared(host) {
  const plain = withoutPrefix(asciiLower(host));
  return Object.values(SHARED_HOSTS).some((hosts) => hosts.has(plain));
}

/**
 * Whether an entry would make official what belongs to strangers.
 * @param {object} entry An entry of the official list.
 * @returns {boolean}
 */
export function coversStrangers({ kind, host, domain }) {
  return (kind === "website" && isShared(host)) || (kind === "emailDomain" && isShared(domain));
}

/** `www.github.com` is github.com; `m.me` is a host of its own. */
function withoutPrefix(host) {
  return host.replace(/^(?:www|m|mobile)\.(?=[^.]+\.)/, "");
}

function words(text) {
  return new Set(text.trim().split(/\s+/));
}
