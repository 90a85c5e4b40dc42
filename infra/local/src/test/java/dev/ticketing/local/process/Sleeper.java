package dev.ticketing.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A tiny program: listens at the given port, or reports why it cannot and dies. */
final class Sleeper {

    private Sleeper() {}

    public static void main(String[] args) throws IOException {
        if (args[0].equals("broken")) {
            System.out.println("INFO starting");
            System.out.println("java.lang.IllegalStateException: no DATABASE given");
            System.out.println("\tat dev.ticketing.Sleeper.main(Sleeper.java:1)");
            System.exit(3);
        }
        try (var socket = new ServerSocket(Integer.parseInt(args[0]), 50, InetAddress.getByName("localhost"))) {
            while (true) {
                socket.accept().close();
            }
        }
    }
}
