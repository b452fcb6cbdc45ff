/// How to say in Markdown what an HTML tag says.
enum RawHTMLAdvice {
    static func advice(for tag: String) -> String {
        switch tag {
        case "a": "write a link as '[text](target.md)', an anchor as '## Heading {#anchor}'"
        case "img", "picture": "write an image as '![what it shows](picture.png)'"
        case "video", "source": "write a video as '![what it shows](clip.mp4)'"
        case "h1", "h2", "h3", "h4", "h5", "h6": "write a heading with '#' signs: '## Heading'"
        case "table", "thead", "tbody", "tr", "td", "th", "caption", "colgroup", "col", "tfoot":
            "write a table with '|' between its cells and '---' below its first row"
        case "input": "write a task as '- [ ] text'"
        case "figure", "figcaption": "write a caption as the image's title: '![what it shows](picture.png \"Caption\")'"
        case "div", "span", "font", "center", "section", "article", "style", "link", "script":
            "remove it; how a page looks and behaves is the theme's matter"
        default: "remove it, or put a backslash before '<' if it is meant as text"
        }
    }
}
