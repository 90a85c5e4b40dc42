package dev.ticketing.systemtests.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The texts of the pages in one language. */
final class Texts {

    private final Locale locale;
    private final Properties messages;

    private Texts(Locale locale, Properties messages) {
        this.locale = locale;
        this.messages = messages;
    }

    static Texts of(Path repository, Locale locale) {
        var messages = new Properties();
        var file = locale.equals(Locale.ENGLISH) ? "messages.properties" : "messages_" + locale + ".properties";
        try (var reader = Files.newBufferedReader(
                repository.resolve("client/src/main/resources").resolve(file))) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Texts(locale, messages);
    }

    String of(String key, Object... arguments) {
        var message = messages.getProperty(key);
        if (message == null) {
            throw new IllegalArgumentException("no text is called " + key);
        }
        return arguments.length == 0 ? message : new MessageFormat(message, locale).format(arguments);
    }
}
