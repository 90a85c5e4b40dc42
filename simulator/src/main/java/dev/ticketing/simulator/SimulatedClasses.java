package dev.ticketing.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Loads the services and the simulated world anew, with time, threads and ids replaced by those of the world;
 * everything else comes from the application's loader. Changed classes of a mutant replace the originals.
 */
public final class SimulatedClasses extends ClassLoader {

    private static final String OURS = "dev.ticketing.";
    private static final String OUTSIDE = SimulatedClasses.class.getPackageName();
    private static final String WORLD = OUTSIDE + ".world.";
    /** They sleep between two attempts. */
    private static final List<String> WAITING =
            List.of("org.springframework.core.retry.", "org.springframework.resilience.");

    private final Map<String, byte[]> changed;

    static {
        registerAsParallelCapable();
    }

    /** @param changed classes by their binary name */
    public SimulatedClasses(Map<String, byte[]> changed) {
        super("simulated", SimulatedClasses.class.getClassLoader());
        this.changed = changed;
    }

    /** For one thread; several may share the loaded classes. */
    public Simulation simulation() {
        try {
            var constructor = loadClass(WORLD + "SimulatedSuite")
                    .asSubclass(Simulation.class)
                    .getDeclaredConstructor();
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isSimulated(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private static boolean isSimulated(String name) {
        if (name.startsWith(OURS)) {
            return !name.substring(0, name.lastIndexOf('.')).equals(OUTSIDE);
        }
        return WAITING.stream().anyMatch(name::startsWith);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        var original = changed.containsKey(name) ? changed.get(name) : original(name);
        var bytes = name.startsWith(WORLD) ? original : Interception.of(original);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] original(String name) throws ClassNotFoundException {
        try (var file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
