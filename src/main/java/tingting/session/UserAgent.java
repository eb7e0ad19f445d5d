package tingting.session;

import java.util.List;
import java.util.Optional;

/// The few words in a `User-Agent` header that tell somebody their devices apart. A browser names those it is like as
/// well, so the most special one counts. Libraries for this bring thousands of patterns that have to be kept up to
/// date; this is for people who have two or three devices, and the header itself stands beside it.
final class UserAgent {
    private record Mark(String mark, String name) {}

    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser/", "Samsung Internet"),
            new Mark("coc_coc_browser/", "Cốc Cốc"),
            new Mark("Vivaldi/", "Vivaldi"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Windows", "Windows"),
            new Mark("Macintosh", "macOS"),
            new Mark("Linux", "Linux"));

    private UserAgent() {}

    static Optional<String> browser(String header) {
        return find(BROWSERS, header);
    }

    static Optional<String> system(String header) {
        return find(SYSTEMS, header);
    }

    private static Optional<String> find(List<Mark> marks, String header) {
        return marks.stream()
                .filter(mark -> header.contains(mark.mark()))
                .map(Mark::name)
                .findFirst();
    }
}
