import CCMark
import CMarkArena

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Owns the memory of the cmark trees of one call: they are valid as long as it lives, in the thread that made it.
struct TreeArena: ~Copyable {
    init() {
        cmark_arena_enter()
    }

    deinit {
        cmark_arena_leave()
    }

    /// The document node of a text in Markdown; nil only if cmark fails, of which it knows no case.
    borrowing func parse(_ text: [UInt8]) -> Node? {
        let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, cmark_arena_allocator())
        defer { cmark_parser_free(parser) }
        text.withUnsafeBytes { bytes in
            cmark_parser_feed(parser, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        }
        return Node(cmark_parser_finish(parser))
    }
}

/// A node of a cmark tree. It belongs to a `TreeArena` and must not outlive it.
struct Node: Hashable {
    fileprivate let pointer: OpaquePointer

    /// cmark's node types, with cmark's numbers.
    enum Kind: UInt32 {
        case none, document, blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph, heading
        case thematicBreak, text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong, link, image
    }

    var kind: Kind { Kind(rawValue: cmark_node_get_type(pointer).rawValue) ?? .none }
    var parent: Node? { Node(cmark_node_parent(pointer)) }
    var firstChild: Node? { Node(cmark_node_first_child(pointer)) }
    var lastChild: Node? { Node(cmark_node_last_child(pointer)) }
    var next: Node? { Node(cmark_node_next(pointer)) }
    var previous: Node? { Node(cmark_node_previous(pointer)) }

    /// Line, counted from 1 in the parsed text; 0 for breaks.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    /// Byte in the line, counted from 1.
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

    /// The text of text, code and raw HTML. Valid as long as the node.
    var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
    /// The destination of a link or an image, without escapes and entities.
    var destination: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
    /// The title of a link or an image.
    var title: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
    /// What follows the opening fence of a code block.
    var fenceInfo: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }

    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
    /// The first number of an ordered list; nil when it has bullets.
    var listStart: Int? {
        cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
    }
}

extension Node {
    fileprivate init?(_ pointer: OpaquePointer?) {
        guard let pointer else { return nil }
        self.pointer = pointer
    }

    private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: string, count: strlen(string)).bindMemory(to: UInt8.self)
    }
}

extension Node {
    /// Whether the paragraphs of this block stand without `<p>`: it is an item of a tight list.
    var isTightItem: Bool { kind == .item && parent?.isTight == true }

    /// The node after this one in document order that is not inside it, within `root`.
    func following(within root: Node) -> Node? {
        var node = self
        while node != root {
            if let next = node.next { return next }
            guard let parent = node.parent else { return nil }
            node = parent
        }
        return nil
    }
}
