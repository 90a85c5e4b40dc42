package dev.ticketing.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a source file of the services with one change, in memory. */
final class ChangedSource {

    private static final Path HOME = Path.of("..");
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private ChangedSource() {}

    /** Its classes by their binary name. */
    static Map<String, byte[]> compile(Mutant mutant) {
        var source = new InMemory(HOME.resolve(mutant.file()).toUri(), changed(mutant));
        var compiled = new HashMap<String, ByteArrayOutputStream>();
        var problems = new StringWriter();
        var options =
                List.of("-proc:none", "-parameters", "-nowarn", "-classpath", System.getProperty("java.class.path"));
        try (var files = new InMemoryFiles(compiled)) {
            var task = COMPILER.getTask(problems, files, null, options, null, List.of(source));
            if (!task.call()) {
                throw new AssertionError(mutant + " does not compile: " + problems);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compiled.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> file.getValue().toByteArray()));
    }

    private static String changed(Mutant mutant) {
        try {
            var original = Files.readString(HOME.resolve(mutant.file()));
            var at = original.indexOf(mutant.original());
            if (at < 0 || original.indexOf(mutant.original(), at + 1) >= 0) {
                throw new AssertionError(
                        "%s: %s has not exactly one: %s".formatted(mutant, mutant.file(), mutant.original()));
            }
            return original.replace(mutant.original(), mutant.replacement());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class InMemory extends SimpleJavaFileObject {

        private final String text;

        InMemory(URI uri, String text) {
            super(uri, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> compiled;

        InMemoryFiles(Map<String, ByteArrayOutputStream> compiled) {
            super(COMPILER.getStandardFileManager(null, null, null));
            this.compiled = compiled;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:/" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return compiled.computeIfAbsent(name, unused -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
