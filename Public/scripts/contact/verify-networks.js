// Where the accounts of each network live. Only what the network itself takes for the account's own page counts: below
// it everything may be somebody else's (x.com/NorthstarHelp/status/1 shows post 1, whoever wrote it).

// hosts: where the network answers. page: the path of an account's page, its name as the first group. near: other paths
// that name an account or something like one. anyCase: whether capitals make no difference. words: what people call it.
const NETWORKS = {
  x: {
    hosts: ["x.com", "www.x.com", "mobile.x.com", "m.x.com", ...prefixed("twitter.com")],
    page: /^\/(\w{1,15})\/?$/,
    near: /^\/@?([^/]+)/,
    anyCase: true,
    words: ["x", "twitter", "推特", "트위터", "ツイッター"],
  },
  facebook: {
    hosts: [...prefixed("facebook.com"), "web.facebook.com", "mbasic.facebook.com", "fb.com", "www.fb.com", "m.me"],
    page: /^\/([\w.]{5,50})\/?$/,
    near: /^\/(?:pages\/|people\/|groups\/|@)?([^/]+)/,
    anyCase: true,
    words: ["facebook", "fb", "脸书", "臉書", "フェイスブック", "페이스북"],
  },
  instagram: {
    hosts: prefixed("instagram.com"),
    page: /^\/([\w.]{1,30})\/?$/,
    near: /^\/@?([^/]+)/,
    anyCase: true,
    words: ["instagram", "insta", "ig", "インスタ", "인스타그램"],
  },
  telegram: {
    hosts: ["t.me", "telegram.me", "www.telegram.me"],
    subdomain: ".t.me",
    page: /^\/(\w{4,32})\/?$/,
    near: /^\/(?:s\/|@)?([^/]+)/,
    anyCase: true,
    words: ["telegram", "tg", "电报", "電報", "テレグラム", "텔레그램", "телеграм", "تيليجرام", "تلغرام"],
  },
  youtube: {
    hosts: prefixed("youtube.com"),
    page: /^\/@([\w.-]{3,30})\/?$/,
    near: /^\/(?:c\/|user\/|channel\/|@)?([^/]+)/,
    anyCase: true,
    words: ["youtube", "yt", "유튜브"],
  },
  discord: {
    hosts: ["discord.com", "www.discord.com", "discord.gg", "discordapp.com"],
    near: /^\/(?:invite\/|users\/)?([^/]+)/,
    anyCase: true,
    words: ["discord", "디스코드"],
  },
  reddit: {
    hosts: [...prefixed("reddit.com"), "old.reddit.com", "new.reddit.com"],
    page: /^\/(?:user|u)\/([\w-]{3,20})\/?$/,
    near: /^\/(?:user\/|u\/|r\/)?([^/]+)/,
    anyCase: true,
    words: ["reddit", "u", "레딧"],
  },
  linkedin: {
    hosts: prefixed("linkedin.com"),
    page: /^\/company\/([\w-]{1,100})\/?$/,
    near: /^\/(?:company\/|in\/|school\/|showcase\/)?([^/]+)/,
    anyCase: true,
    words: ["linkedin", "领英", "링크드인"],
  },
  whatsapp: {
    hosts: ["wa.me", "www.wa.me", "api.whatsapp.com", "whatsapp.com", "www.whatsapp.com"],
    page: /^\/\+?(\d{7,15})\/?$/,
    near: /^\/([^/]+)/,
    words: ["whatsapp", "wa", "왓츠앱", "واتساب"],
  },
  line: {
    hosts: ["line.me", "page.line.me"],
    page: /^\/R\/ti\/p\/(?:@|%40)([\w.-]{4,20})\/?$/,
    near: /^\/(?:R\/ti\/p\/)?(?:@|%40|~)?([^/]+)/,
    words: ["line", "ライン", "라인"],
  },
  kakaotalk: {
    hosts: ["pf.kakao.com"],
    page: /^\/(\w+)\/?$/,
    near: /^\/([^/]+)/,
    words: ["kakaotalk", "kakao", "카카오톡", "카톡"],
  },
  wechat: { hosts: [], anyCase: true, words: ["wechat", "weixin", "微信", "微信号", "微信公众号", "公众号", "위챗"] },
  weibo: {
    hosts: ["weibo.com", "www.weibo.com", "m.weibo.com"],
    page: /^\/([^/]+)\/?$/,
    near: /^\/(?:n\/|u\/|p\/)?([^/]+)/,
    words: ["weibo", "微博", "웨이보"],
  },
  tiktok: {
    hosts: prefixed("tiktok.com"),
    page: /^\/@([\w.]{2,24})\/?$/,
    near: /^\/@?([^/]+)/,
    anyCase: true,
    words: ["tiktok", "ティックトック", "틱톡"],
  },
};

// What sharing adds to an address; anything else may lead elsewhere.
const HARMLESS = /^(?:s|t|lang|hl|si|feature|igsh|igshid|mibextid|fbclid|ref_src|utm_\w+|text|_t|_r|is_from_webapp)$/;

/**
 * The account that a URL of a network names.
 * @param {URL} url A link.
 * @returns {{network: string, handle: string|null, isPage: boolean}|null} `isPage`: whether it is exactly the account's
 *   page; if not, `handle` is only what it looks like. Null when the host belongs to no network.
 */
export function accountOf(url) {
  for (const [network, { hosts, subdomain, page, near }] of Object.entries(NETWORKS)) {
    if (hosts.includes(url.hostname)) {
      if (network === "whatsapp" && url.searchParams.has("phone")) return whatsappSend(url);
      const named = page?.exec(url.pathname)?.[1];
      if (named) return { network, handle: decode(named), isPage: isPlain(url) };
      return { network, handle: decode(near.exec(url.pathname)?.[1] ?? "") || null, isPage: false };
    }
    if (subdomain && url.hostname.endsWith(subdomain)) {
      const handle = url.hostname.slice(0, -subdomain.length);
      return { network, handle, isPage: /^\w+$/.test(handle) && url.pathname === "/" && isPlain(url) };
    }
  }
  return null;
}

/**
 * Whether two names are the same account by the rules of a network.
 * @param {string} network Its id.
 * @param {string} a A name without @.
 * @param {string} b Another one.
 * @returns {boolean}
 */
export function isSameHandle(network, a, b) {
  if (network === "whatsapp") return digitsOf(a) !== "" && digitsOf(a) === digitsOf(b);
  if (!NETWORKS[network]?.anyCase) return a === b;
  // Small letters for A to Z alone: no network takes other letters for them.
  const [left, right] = [a, b].map((name) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
  return left === right;
}

/**
 * The network that a word names.
 * @param {string} word A word as people write it.
 * @returns {string|null} The network's id.
 */
export function networkNamed(word) {
  const wanted = word.toLowerCase();
  return Object.keys(NETWORKS).find((network) => NETWORKS[network].words.includes(wanted)) ?? null;
}

/** Every host of a network, whoever's page it shows. */
export const NETWORK_HOSTS = Object.values(NETWORKS).flatMap(({ hosts }) => hosts);

/** What networks call themselves, for naming one where none of the official accounts is. */
export const NETWORK_NAMES = {
  x: "X",
  facebook: "Facebook",
  instagram: "Instagram",
  telegram: "Telegram",
  youtube: "YouTube",
  discord: "Discord",
  reddit: "Reddit",
  linkedin: "LinkedIn",
  whatsapp: "WhatsApp",
  line: "LINE",
  kakaotalk: "KakaoTalk",
  wechat: "WeChat",
  weibo: "Weibo",
  tiktok: "TikTok",
};

/** `whatsapp.com/send?phone=…`, which opens a conversation as wa.me/… does. */
function whatsappSend(url) {
  const numbers = url.searchParams.getAll("phone");
  const others = [...url.searchParams.keys()].filter((key) => key !== "phone");
  const isPage = /^\/send\/?$/.test(url.pathname) && numbers.length === 1 && /^[+ ]?\d{7,15}$/.test(numbers[0]);
  return { network: "whatsapp", handle: numbers[0], isPage: isPage && others.every(isHarmless) && url.hash === "" };
}

function isPlain(url) {
  return url.hash === "" && [...url.searchParams.keys()].every(isHarmless);
}

function isHarmless(key) {
  return HARMLESS.test(key);
}

function digitsOf(text) {
  return /^[+\d\s().-]+$/.test(text) ? text.replace(/\D/g, "") : "";
}

function prefixed(host) {
  return [host, `www.${host}`, `m.${host}`, `mobile.${host}`];
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
