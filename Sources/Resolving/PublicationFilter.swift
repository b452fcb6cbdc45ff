internal import HelpCenter

/// Sets aside what is not to be published now.
struct PublicationFilter {
    /// Whether each parsed page is published, by its index.
    private(set) var kept: [Bool] = []
    /// How many are not, by reason.
    private(set) var leftOut = LeftOut()
    /// Why a source is not published, for links that lead to it.
    private(set) var leftOutSources: [SourcePath: String] = [:]

    /// Decides on each page.
    init(_ pages: [ParsedPage], options: Resolver.Options) {
        kept.reserveCapacity(pages.count)
        for page in pages {
            let matter = page.frontMatter
            if matter.isDraft, !options.includesDrafts {
                leftOut.drafts += 1
                leftOutSources[page.source] = "is a draft"
                kept.append(false)
            } else if let date = matter.publishDate, date.secondsSince1970 > options.now, !options.includesFuture {
                leftOut.future += 1
                leftOutSources[page.source] = "is published on \(date.iso)"
                kept.append(false)
            } else if let date = matter.expiryDate, date.secondsSince1970 <= options.now {
                leftOut.expired += 1
                leftOutSources[page.source] = "expired on \(date.iso)"
                kept.append(false)
            } else {
                kept.append(true)
            }
        }
    }
}
