import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures one person's sign-ins while another client signs in 100 times at once:
 * {@code java benchmarks/SignInFlood.java http://localhost:8080 [100 [200]]}, against a running {@code ./dev up}. The
 * person comes from 127.0.0.2 and the flood from 127.0.0.1. Exits with 1 if the 99th percentile is more than twice that
 * without the flood (ADR 0029).
 */
class SignInFlood {

    private static final String PASSWORD = "correct horse battery";

    public static void main(String[] args) throws Exception {
        var door = URI.create(args.length > 0 ? args[0] : "http://localhost:8080");
        var crowd = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        var tries = args.length > 2 ? Integer.parseInt(args[2]) : 200;
        var person = client("127.0.0.2");
        var email = UUID.randomUUID() + "@example.com";
        send(person, door, "signup", email, PASSWORD);
        measure(person, door, email, tries / 2); // warm-up
        var quiet = measure(person, door, email, tries);

        var flooding = new AtomicBoolean(true);
        var tried = new AtomicInteger();
        var flood = client("127.0.0.1");
        for (var i = 0; i < crowd; i++) {
            Thread.startVirtualThread(() -> flood(flood, door, flooding, tried));
        }
        while (tried.get() == 0) {
            Thread.onSpinWait();
        }
        var flooded = measure(person, door, email, tries);
        flooding.set(false);

        print("in quiet", quiet);
        print("beside " + crowd + " at once", flooded);
        var ratio = at(flooded, 99) / (double) at(quiet, 99);
        System.out.printf("p99 ratio %.2f; the flood tried %d times%n", ratio, tried.get());
        System.exit(ratio <= 2 ? 0 : 1);
    }

    private static HttpClient client(String address) throws IOException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(address))
                .build();
    }

    /** Each with its own address, so that no limit of an account stops it. */
    private static void flood(HttpClient client, URI door, AtomicBoolean flooding, AtomicInteger tried) {
        while (flooding.get()) {
            try {
                send(client, door, "signin", UUID.randomUUID() + "@example.com", "wrong password");
                tried.incrementAndGet();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** In microseconds, sorted. */
    private static long[] measure(HttpClient person, URI door, String email, int tries) throws Exception {
        var took = new long[tries];
        for (var i = 0; i < tries; i++) {
            var begin = System.nanoTime();
            var status = send(person, door, "signin", email, PASSWORD);
            took[i] = (System.nanoTime() - begin) / 1_000;
            if (status != 200) {
                throw new IllegalStateException("sign-in " + i + " is answered " + status + " (expected: 200)");
            }
        }
        Arrays.sort(took);
        return took;
    }

    private static int send(HttpClient client, URI door, String what, String email, String password)
            throws IOException, InterruptedException {
        var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
        var address = door.resolve("/api/users/" + what);
        var request = HttpRequest.newBuilder(URI.create(address.toString().replace("localhost", "127.0.0.1")))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static void print(String when, long[] took) {
        System.out.printf("%-24s p50 %5d ms, p99 %5d ms%n", when, at(took, 50) / 1_000, at(took, 99) / 1_000);
    }

    private static long at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
