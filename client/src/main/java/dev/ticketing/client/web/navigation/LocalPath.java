package dev.ticketing.client.web.navigation;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** Where to continue after signing in: always a path of this site, never another site, whoever wrote the link. */
public final class LocalPath {

    public static final String HOME = "/";

    private static final int LONGEST = 2000;
    /**
     * One slash, then the characters that RFC 3986 allows in paths and queries: no backslash, space, control or
     * non-ASCII character, and two hex digits after each percent sign.
     */
    private static final Pattern LOCAL =
            Pattern.compile("(?!.*%(?![0-9A-Fa-f]{2}))/(?!/)[A-Za-z0-9/._~!$&'()*+,;=:@%?-]*");

    private LocalPath() {}

    /** The path if it is on this site, the home page otherwise. */
    public static String orHome(String path) {
        return isLocal(path) ? path : HOME;
    }

    public static boolean isLocal(String path) {
        return path != null && path.length() <= LONGEST && LOCAL.matcher(path).matches();
    }

    /** The sign-in page that leads back to a path. */
    public static String signInThen(String path) {
        var next = orHome(path);
        return next.equals(HOME)
                ? "/auth/signin"
                : "/auth/signin?next=" + UriUtils.encode(next, StandardCharsets.UTF_8);
    }

    /** The same, also shown to visitors with a session. */
    public static String signInAgainThen(String path) {
        return "/auth/signin?again=true&next=" + UriUtils.encode(orHome(path), StandardCharsets.UTF_8);
    }
}
