package dev.ticketing.local.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.local.process.Jvm;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void portIsGivenOnceAndNeverToAnotherJvm() throws Exception {
        var ports = new HashSet<Integer>();
        for (var i = 0; i < 100; i++) {
            assertThat(ports.add(FreePort.find())).isTrue();
        }
        var blocks = ports.stream().map(FreePortTest::block).toList();

        var other = new ProcessBuilder(Jvm.own(FreePortTest.class, java.util.List.of("-Xshare:auto"))).start();
        var foreign = new String(other.getInputStream().readAllBytes()).lines().map(Integer::parseInt);

        assertThat(foreign).hasSize(100).allSatisfy(port -> assertThat(blocks).doesNotContain(block(port)));
    }

    private static int block(int port) {
        return port / 40;
    }

    /** Another JVM. */
    public static void main(String[] args) {
        for (var i = 0; i < 100; i++) {
            System.out.println(FreePort.find());
        }
    }
}
