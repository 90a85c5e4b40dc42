package dev.ticketing.bench;

import dev.ticketing.bench.measure.Sample;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * CPU time per operation as bars on a logarithmic scale, in SVG. Plain text, because a chart library needs the machine's
 * fonts to lay text out, and a server often has none.
 */
final class Plot {

    private static final MathContext TWO_DIGITS = new MathContext(2);
    private static final int WIDTH = 760;
    private static final int LABELS = 130;
    private static final int BARS = 520;
    private static final int ROW = 44;
    private static final int TOP = 40;
    private static final int BAR = 14;

    /** The scale goes from 0.01 ms to 100 ms. */
    private static final double LEAST = -2;

    private static final double DECADES = 4;

    private Plot() {}

    static String of(List<Result> results) {
        var height = TOP + ROW * results.size() + 10;
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                <title>CPU time per operation, of the suite and of its floor</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                """.formatted(WIDTH, height));
        for (var decade = 0; decade <= DECADES; decade++) {
            var x = x(Math.pow(10, LEAST + decade));
            svg.append("<path d=\"M%d %d V%d\" stroke=\"#ddd\"/>\n".formatted(x, TOP - 8, height));
            svg.append(text(x, TOP - 16, "middle", "%s ms".formatted(number(Math.pow(10, LEAST + decade)))));
        }
        for (var i = 0; i < results.size(); i++) {
            var result = results.get(i);
            var y = TOP + ROW * i;
            svg.append(text(LABELS - 8, y + BAR + 5, "end", result.name()));
            svg.append(bar(y, "#1f5fbf", result.median(result.ours(), Sample::cpuMillis)));
            svg.append(bar(y + BAR + 2, "#8a8f98", result.median(result.least(), Sample::cpuMillis)));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String bar(int y, String color, double millis) {
        var end = x(millis);
        return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n"
                        .formatted(LABELS, y, end - LABELS, BAR, color)
                + text(end + 5, y + BAR - 2, "start", number(millis));
    }

    private static int x(double millis) {
        var share = (Math.log10(millis) - LEAST) / DECADES;
        return (int) Math.round(LABELS + BARS * Math.clamp(share, 0, 1));
    }

    private static String text(int x, int y, String anchor, String words) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"#222\">%s</text>\n".formatted(x, y, anchor, words);
    }

    /** Two significant digits. */
    private static String number(double value) {
        return new BigDecimal(value).round(TWO_DIGITS).stripTrailingZeros().toPlainString();
    }
}
