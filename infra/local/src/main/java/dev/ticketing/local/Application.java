package dev.ticketing.local;

import dev.ticketing.local.process.CannotStart;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * One Boot jar, unpacked as it is in its image, and its AOT cache (JEP 483, 514). The cache holds for exactly this jar,
 * these flags and this JDK; when one of them changes, both are made anew.
 */
record Application(Path home, String module) implements Program {

    String name() {
        return module.substring(module.lastIndexOf('/') + 1);
    }

    @Override
    public Path folder() {
        return home.resolve(".local/apps").resolve(name());
    }

    @Override
    public List<String> command() {
        return hasCache() ? java("-XX:AOTCache=" + cache().getFileName()) : java("-Xshare:auto");
    }

    @Override
    public List<String> trainingCommand() {
        return java("-XX:AOTCacheOutput=" + unfinishedCache().getFileName());
    }

    @Override
    public void keepCache() {
        try {
            if (Files.exists(unfinishedCache())) {
                Files.move(unfinishedCache(), cache());
            }
        } catch (IOException e) {
            throw new CannotStart("cannot keep %s: %s".formatted(cache(), e), e);
        }
    }

    private Path unfinishedCache() {
        return folder().resolve(name() + ".training.aot");
    }

    private List<String> java(String option) {
        return List.of(
                Jvm.JAVA, "@" + flags(), option, "-jar", jar().getFileName().toString());
    }

    @Override
    public boolean hasCache() {
        return Files.exists(cache());
    }

    private Path cache() {
        return folder().resolve(name() + ".aot");
    }

    /** Its own, or those of all. */
    private Path flags() {
        var own = home.resolve(module).resolve("jvm.flags");
        return Files.exists(own) ? own : home.resolve("infra/local/jvm.flags");
    }

    /** Does nothing when it is there already. */
    void unpack() {
        try {
            var stamp = folder().resolve("fingerprint");
            var fingerprint = fingerprint();
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(fingerprint)) {
                delete(folder());
                extract();
                Files.writeString(stamp, fingerprint);
            }
        } catch (IOException e) {
            throw new CannotStart("cannot unpack %s: %s".formatted(module, e), e);
        }
    }

    private String fingerprint() throws IOException {
        var crc = new CRC32();
        crc.update(Files.readAllBytes(flags()));
        crc.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
        crc.update(home.toString().getBytes(StandardCharsets.UTF_8));
        // contents, not times: a build that changes nothing keeps the cache
        try (var jar = new ZipFile(jar().toFile())) {
            jar.stream()
                    .map(entry -> entry.getName() + entry.getCrc())
                    .forEach(entry -> crc.update(entry.getBytes(StandardCharsets.UTF_8)));
        }
        return Long.toHexString(crc.getValue());
    }

    private Path jar() {
        var target = home.resolve(module).resolve("target");
        try (var jars = Files.newDirectoryStream(target, name() + "-*[!s].jar")) {
            return jars.iterator().next();
        } catch (IOException | NoSuchElementException e) {
            throw new CannotStart("%s has no %s-….jar: build it first (./dev build)".formatted(target, name()), e);
        }
    }

    private void extract() throws IOException {
        var log = Files.createTempFile("extract-" + name(), ".log").toFile();
        var exit = run(
                log,
                List.of(
                        Jvm.JAVA,
                        "-Djarmode=tools",
                        "-jar",
                        jar().toString(),
                        "extract",
                        "--destination",
                        folder().toString()));
        if (exit != 0) {
            throw new CannotStart("cannot unpack %s (log: %s)".formatted(jar(), log));
        }
        Files.delete(log.toPath());
    }

    private static int run(File log, List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                inside.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
