import Testing

@testable import Loading

struct HostNameTests {
    @Test(arguments: [
        "example.org", "a-b.example", "xn--nxasmq6b.example", "xn--fsq.example", "xn--80ak6aa92e.com", "127.0.0.1",
        "xn--bcher-kva.example", "localhost",
    ])
    func hostsAreAccepted(_ host: String) {
        #expect(HostName.isValid(host))
    }

    @Test(arguments: [
        "", ".", "a..b", "-a.example", "a-.example", "a_b.example", "exämple.org", "xn--a.example", "xn--.example",
        "xn--99999999999.example", "xn--a-.example", "256.0.0.1", "0x7f.1", "1.2.3", String(repeating: "a", count: 64),
    ])
    func whatBrowsersCannotReadIsRefused(_ host: String) {
        #expect(!HostName.isValid(host))
    }
}
