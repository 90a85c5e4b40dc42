package dev.ticketing.auth.credential;

import dev.ticketing.web.input.Margin;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import me.gosimple.nbvcxz.resources.DictionaryUtil;
import org.springframework.stereotype.Component;

/** The 100,000 most common leaked passwords, as shipped by nbvcxz; nothing is sent anywhere. */
@Component
class CommonPasswords {

    private final Set<String> all = DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords).keySet().stream()
            .filter(password -> password.length() >= Passwords.SHORTEST)
            .map(CommonPasswords::folded)
            .collect(Collectors.toUnmodifiableSet());

    /** Ignores case and surrounding white space. */
    boolean contains(String password) {
        return all.contains(folded(password));
    }

    private static String folded(String password) {
        return Margin.trim(password).toLowerCase(Locale.ROOT);
    }
}
