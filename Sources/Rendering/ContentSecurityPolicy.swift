/// What pages may load and run: nothing from elsewhere, nothing inline, so that content cannot run code.
struct ContentSecurityPolicy {
    /// The policy as a page states it. The servers' snippets add `frame-ancestors`, which only a header can.
    let text: String

    /// A policy.
    ///
    /// - Parameter endpoints: URLs that the page's scripts may send to: the endpoints of contact forms.
    init(endpoints: [String] = []) {
        var origins: [String] = []
        for endpoint in endpoints {
            let origin = Self.origin(of: endpoint)
            if !origins.contains(origin) { origins.append(origin) }
        }
        let connections = (["'self'"] + origins).joined(separator: " ")
        text =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; "
            + "connect-src \(connections); base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; "
            + "trusted-types 'none'"
    }

    /// `https://forms.example:8443` of `https://forms.example:8443/support`.
    private static func origin(of url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let end = url[scheme.upperBound...].firstIndex { "/?#".contains($0) } ?? url.endIndex
        return String(url[..<end])
    }
}
