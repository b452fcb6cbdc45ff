/// A social network or messenger on which support may have an account.
public enum SocialNetwork: String, Sendable, CaseIterable {
    case x
    case facebook
    case instagram
    case telegram
    case youtube
    case discord
    case reddit
    case linkedin
    case whatsapp
    case line
    case kakaotalk
    case wechat
    case weibo
    case tiktok

    /// Its name as it writes it itself.
    public var name: String {
        switch self {
        case .x: "X"
        case .facebook: "Facebook"
        case .instagram: "Instagram"
        case .telegram: "Telegram"
        case .youtube: "YouTube"
        case .discord: "Discord"
        case .reddit: "Reddit"
        case .linkedin: "LinkedIn"
        case .whatsapp: "WhatsApp"
        case .line: "LINE"
        case .kakaotalk: "KakaoTalk"
        case .wechat: "WeChat"
        case .weibo: "Weibo"
        case .tiktok: "TikTok"
        }
    }

    /// Whether everyone can read what is written to an account there; messengers are private.
    public var isPublic: Bool {
        switch self {
        case .telegram, .whatsapp, .line, .kakaotalk, .wechat: false
        default: true
        }
    }

    /// A handle as people write it there: with `@`, but where accounts have plain names or numbers.
    public func shownHandle(_ handle: String) -> String {
        switch self {
        case .x, .instagram, .telegram, .youtube, .line, .tiktok: "@" + handle
        default: handle
        }
    }

    /// The public address of an account; nil where the network has none (an account is found by search in the app, or
    /// by an invitation that only `url` can give).
    public func url(of handle: String) -> String? {
        let name = Permalink.encode(handle)
        return switch self {
        case .x: "https://x.com/\(name)"
        case .facebook: "https://www.facebook.com/\(name)"
        case .instagram: "https://www.instagram.com/\(name)/"
        case .telegram: "https://t.me/\(name)"
        case .youtube: "https://www.youtube.com/@\(name)"
        case .reddit: "https://www.reddit.com/user/\(name)/"
        case .linkedin: "https://www.linkedin.com/company/\(name)/"
        // An account there is a telephone number, of which the address holds the digits alone.
        case .whatsapp: "https://wa.me/" + handle.filter { $0.isASCII && $0.isNumber }
        case .line: "https://line.me/R/ti/p/@\(name)"
        case .kakaotalk: "https://pf.kakao.com/\(name)"
        case .weibo: "https://weibo.com/\(name)"
        case .tiktok: "https://www.tiktok.com/@\(name)"
        case .discord, .wechat: nil
        }
    }
}
