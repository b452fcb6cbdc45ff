internal import HelpCenter

/// How a page writes the addresses of others.
enum AddressBase: Sendable {
    /// Relative to the page, so that the site works below any path.
    case relative(Permalink)
    /// From the host's root, for a page that is shown at any address: the 404 page.
    case absolute(BaseURL)

    /// The prefix that leads to the site's root.
    var root: String {
        switch self {
        case .relative(let page): page.rootPrefix
        case .absolute(let base): base.path
        }
    }

    /// The address of a page or file.
    func address(of target: Permalink) -> String {
        switch self {
        case .relative(let page): target.relative(to: page)
        case .absolute(let base): base.path + target.encoded.dropFirst()
        }
    }
}
