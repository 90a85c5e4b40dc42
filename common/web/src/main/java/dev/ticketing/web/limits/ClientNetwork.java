package dev.ticketing.web.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * The source of a request according to the front door: an IPv4 address, or the /64 of an IPv6 address, which one
 * subscriber has. Many people may share it. Can be a parameter of a controller method.
 */
public record ClientNetwork(String name) {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    public static ClientNetwork of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static ClientNetwork of(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return new ClientNetwork(
                    bytes.length < IPV6_BYTES ? address : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64");
        } catch (IllegalArgumentException e) {
            return new ClientNetwork(address); // a socket of the machine
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
