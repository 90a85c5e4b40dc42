package dev.ticketing.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java commands with the JDK that runs this. */
final class Jvm {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Jvm() {}

    /** A main class from this program's own class path. */
    static List<String> own(Class<?> main, List<String> flags, Object... arguments) {
        var command = new ArrayList<>(List.of(JAVA));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }
}
