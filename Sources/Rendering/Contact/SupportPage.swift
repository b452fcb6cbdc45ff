internal import HelpCenter

/// A contact page and what is needed to render it.
struct SupportPage {
    /// The site.
    let site: Site
    /// The ways to reach support.
    let contact: ContactCenter
    /// The page.
    let page: Page
    /// How it writes the addresses of others.
    let base: AddressBase
    /// The texts of its locale.
    let texts: InterfaceTexts

    /// Its locale.
    var locale: LocaleCode { texts.locale }

    /// The article that a link means, as this page's locale shows it.
    func shown(_ link: ArticleLink) -> (page: Page, title: String, url: String)? {
        site.shown(link, for: page, base)
    }
}
