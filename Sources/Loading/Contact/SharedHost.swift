/// Hosts where everybody can have something: who owns a page or an address there, the host alone does not say.
///
/// A site that calls one of them official vouches for every stranger on it. The verify page's script has the same lists in
/// `Public/scripts/contact/verify-shared.js`; a test compares them.
enum SharedHost: CaseIterable {
    /// A social network or a messenger, where everybody can have an account.
    case networks
    /// Everybody can have a host below it.
    case above
    /// Everybody can have a page on it.
    case pages
    /// Everybody can have a mailbox of it.
    case mail

    /// What everybody can have on a host; nil when it may be somebody's own.
    init?(of host: String) {
        let plain = Self.withoutPrefix(host)
        guard let kind = Self.allCases.first(where: { $0.hosts.contains(plain) }) else { return nil }
        self = kind
    }

    /// What to list instead of the host.
    var hint: String {
        switch self {
        case .above: "list the host below it that is yours, as in name.example.com"
        case .pages: "a single page is official as the 'url' of a channel"
        case .mail: "list each of your addresses as 'email'"
        case .networks: "list your account, as in '{ network: x, handle: \"@Northstar\" }'"
        }
    }
}

extension SharedHost {
    /// `www.github.com` is github.com; `m.me` is a host of its own.
    private static func withoutPrefix(_ host: String) -> Substring {
        let labels = host.split(separator: ".", maxSplits: 1)
        guard let prefix = labels.first, let rest = labels.last, rest.contains(".") else { return host[...] }
        return ["www", "m", "mobile"].contains(prefix) ? rest : host[...]
    }

    private var hosts: Set<Substring> {
        switch self {
        case .above: Self.aboveHosts
        case .pages: Self.pagesHosts
        case .mail: Self.mailHosts
        case .networks: Self.networksHosts
        }
    }

    private static let aboveHosts = words(
        """
        github.io gitlab.io pages.dev workers.dev vercel.app netlify.app web.app firebaseapp.com herokuapp.com onrender.com
        fly.dev surge.sh glitch.me repl.co blogspot.com wordpress.com tumblr.com wixsite.com weebly.com webflow.io
        squarespace.com azurewebsites.net cloudfront.net myshopify.com notion.site gitbook.io readthedocs.io substack.com
        tistory.com zendesk.com freshdesk.com intercom.help helpscoutdocs.com typeform.com t.me
        """)

    private static let pagesHosts = words(
        """
        github.com gitlab.com bitbucket.org medium.com notion.so linktr.ee beacons.ai about.me telegra.ph pastebin.com
        google.com sites.google.com docs.google.com drive.google.com forms.gle goo.gl storage.googleapis.com s3.amazonaws.com
        apps.apple.com play.google.com bit.ly tinyurl.com t.co tawk.to calendly.com trello.com jotform.com surveymonkey.com
        threads.net threads.com bsky.app mastodon.social pinterest.com twitch.tv snapchat.com quora.com patreon.com vk.com
        ok.ru zalo.me signal.me messenger.com steamcommunity.com zhihu.com bilibili.com douyin.com xiaohongshu.com
        blog.naver.com cafe.naver.com note.com ameblo.jp docs.qq.com
        """)

    private static let mailHosts = words(
        """
        gmail.com googlemail.com outlook.com outlook.de outlook.es outlook.fr outlook.jp outlook.kr hotmail.com hotmail.co.uk
        hotmail.de hotmail.es hotmail.fr hotmail.it live.com live.ca live.co.uk live.de live.fr live.jp live.nl msn.com
        yahoo.com yahoo.ca yahoo.co.id yahoo.co.in yahoo.co.jp yahoo.co.kr yahoo.co.uk yahoo.com.ar yahoo.com.au yahoo.com.br
        yahoo.com.hk yahoo.com.mx yahoo.com.ph yahoo.com.sg yahoo.com.tw yahoo.com.vn yahoo.de yahoo.es yahoo.fr yahoo.it
        ymail.com rocketmail.com aol.com icloud.com me.com mac.com qq.com foxmail.com 163.com 126.com yeah.net sina.com
        sina.cn sohu.com aliyun.com naver.com hanmail.net daum.net kakao.com nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp
        proton.me protonmail.com pm.me gmx.at gmx.ch gmx.com gmx.de gmx.net web.de mail.com mail.ru yandex.com yandex.ru ya.ru
        zoho.com tutanota.com tuta.com fastmail.com hey.com
        """)

    private static let networksHosts = words(
        """
        x.com twitter.com facebook.com web.facebook.com mbasic.facebook.com fb.com m.me instagram.com t.me telegram.me
        youtube.com discord.com discord.gg discordapp.com reddit.com old.reddit.com new.reddit.com linkedin.com wa.me
        api.whatsapp.com whatsapp.com line.me page.line.me pf.kakao.com weibo.com tiktok.com
        """)

    private static func words(_ text: String) -> Set<Substring> {
        Set(text.split { $0.isWhitespace })
    }
}
