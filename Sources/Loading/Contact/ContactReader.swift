internal import HelpCenter

/// Reads `contact.yml`.
///
/// 1. What holds for the whole file: the time zone and holidays that channels without their own have.
/// 2. The channels, one by one (`ChannelReader`); one that cannot be used is left out.
/// 3. What else is official (`OfficialReader`).
struct ContactReader {
    /// What it says; nil when it cannot be read at all.
    private(set) var settings: ContactSettings?
    /// The ids of all its channels, those that were left out included.
    private(set) var channelIDs: Set<String> = []
    /// Whether a channel was left out, so that nothing can be said of what no channel does.
    private(set) var lacksChannels = false
    /// Where the channels begin.
    private(set) var position = SourcePosition(line: 1, column: 1)
    /// What is wrong with it.
    var diagnostics: [Diagnostic] { file.allDiagnostics }
    /// The file's name, for diagnostics.
    var name: String { file.name }

    private static let keys = [
        "timeZone", "verifyEvery", "teamLanguage", "holidays", "elsewhere", "channels", "official",
    ]

    private var file: ContactFile

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - bytes: The file's text.
    ///   - name: Its name, for diagnostics.
    ///   - settings: The site's settings.
    ///   - zones: The time zones of this machine.
    init(_ bytes: [UInt8], name: String, settings: SiteSettings, zones: TimeZoneDatabase) throws(LoadingError) {
        file = ContactFile(name, settings: settings)
        guard let document = file.document(bytes) else { return }
        var fields = FieldReader(document, file: name, known: Self.keys)
        let hours = try HoursReader(defaults: &fields, zones: zones, &file)
        let channels = try channels(&fields, hours: hours)
        var contact = ContactSettings(channels: channels, teamLocale: teamLocale(&fields, settings))
        contact.verifyEvery = verifyEvery(&fields)
        contact.elsewhere = file.text("elsewhere", of: nil, &fields)
        contact.official = OfficialReader().read(&fields, &file)
        file.take(fields)
        self.settings = contact
    }
}

extension ContactReader {
    private mutating func channels(_ fields: inout FieldReader, hours: HoursReader) throws(LoadingError) -> [Channel] {
        guard let value = fields.value("channels"), !value.isEmpty else {
            fields.report(.missingChannels(file.name, at: fields.value("channels")?.position ?? position))
            return []
        }
        position = value.position
        guard case .sequence(let items, _) = value else {
            lacksChannels = true
            return fields.mismatch("channels", value, expected: "a list", example: "[{ id: chat, kind: chat, … }]")
                ?? []
        }
        var reader = ChannelReader(hours: hours)
        var result: [Channel] = []
        for item in items {
            guard case .mapping = item else {
                lacksChannels = true
                let _: Channel? = fields.mismatch(
                    "channels", item, expected: "a list of channels", item: true,
                    example: "[{ id: chat, kind: chat, … }]")
                continue
            }
            let (id, channel) = try reader.read(item, &file)
            if let id, !channelIDs.insert(id.value).inserted {
                file.report(.duplicateID(id, of: "channel", in: file.name))
                lacksChannels = true
            } else if let channel {
                result.append(channel)
            } else {
                lacksChannels = true
            }
        }
        return result
    }

    private func teamLocale(_ fields: inout FieldReader, _ settings: SiteSettings) -> LocaleCode {
        guard let given = fields.string("teamLanguage", example: "en") else { return settings.defaultLocale }
        if let locale = file.locales.first(where: { $0.rawValue == given.value }) { return locale }
        fields.report(.foreignLocale(given, of: "teamLanguage", in: file.name, locales: file.locales))
        return settings.defaultLocale
    }

    /// A number of days, as `90d`.
    private func verifyEvery(_ fields: inout FieldReader) -> Int? {
        guard let given = fields.string("verifyEvery", example: "90d") else { return nil }
        if let span = ResponseTime.Span(given.value), span.unit == .days { return span.count }
        fields.report(
            .invalidValue(
                "verifyEvery", in: file.name, at: given.position, given.value, rule: "a number of days",
                hint: "write it as 90d"))
        return nil
    }
}
