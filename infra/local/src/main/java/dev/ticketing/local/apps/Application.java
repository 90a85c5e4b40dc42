package dev.ticketing.local.apps;

import dev.ticketing.local.process.Jvm;
import dev.ticketing.local.settings.Folders;
import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * One Boot jar, unpacked as in its image, and its AOT cache (JEP 483, 514). The cache is valid for exactly this jar,
 * these flags and this JDK; when one of them changes, both are created anew.
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
            if (!holds(unfinishedCache())) {
                dropUnfinishedCache();
                throw new CannotStart("the JVM refuses its own cache for " + name());
            }
            Files.move(unfinishedCache(), cache(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CannotStart("cannot keep %s: %s".formatted(cache(), e), e);
        }
    }

    /** In this mode a JVM exits if it cannot use the cache, for example half of one. */
    private boolean holds(Path cache) throws IOException {
        var jar = jar().getFileName().toString();
        return run(
                        Redirect.DISCARD,
                        List.of(
                                Jvm.JAVA,
                                "@" + flags(),
                                "-XX:AOTMode=on",
                                "-XX:AOTCache=" + cache,
                                "-cp",
                                jar,
                                "-version"))
                == 0;
    }

    @Override
    public void dropUnfinishedCache() {
        try {
            Files.deleteIfExists(unfinishedCache());
            // what the JVM has recorded, if it was stopped before it wrote the cache
            Files.deleteIfExists(
                    unfinishedCache().resolveSibling(unfinishedCache().getFileName() + ".config"));
        } catch (IOException e) {
            throw new CannotStart("cannot delete %s: %s".formatted(unfinishedCache(), e), e);
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

    /** Its own flags, or the common ones. */
    private Path flags() {
        var own = home.resolve(module).resolve("jvm.flags");
        return Files.exists(own) ? own : home.resolve("infra/local/jvm.flags");
    }

    boolean isUnpacked() {
        try {
            return Files.exists(stamp()) && Files.readString(stamp()).equals(fingerprint());
        } catch (IOException e) {
            throw new CannotStart("cannot read %s: %s".formatted(module, e), e);
        }
    }

    void unpack() {
        try {
            Folders.delete(folder());
            extract();
            Files.writeString(stamp(), fingerprint());
        } catch (IOException e) {
            throw new CannotStart("cannot unpack %s: %s".formatted(module, e), e);
        }
    }

    private Path stamp() {
        return folder().resolve("fingerprint");
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
        Files.createDirectories(folder());
        var log = Files.createTempFile("extract-" + name(), ".log").toFile();
        var exit = run(
                Redirect.to(log),
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

    private int run(Redirect output, List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .directory(folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
