package dev.ticketing.systemtests;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/**
 * Like curl's {@code --connect-to}: with {@code TICKETING_CONNECT_TO}, the host of {@code TICKETING_URL} resolves to
 * that address. Inside a cluster the Ingress is reached through its Service, whatever the public name resolves to.
 */
public final class ConnectTo extends InetAddressResolverProvider {

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var builtin = configuration.builtinResolver();
        return DeployedSuite.setting("TICKETING_CONNECT_TO")
                .map(address -> redirecting(builtin, address))
                .orElse(builtin);
    }

    private static InetAddressResolver redirecting(InetAddressResolver builtin, String address) {
        var frontDoor = DeployedSuite.frontDoor().map(URI::getHost).orElse("");
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return host.equals(frontDoor)
                        ? builtin.lookupByName(address, policy).map(found -> named(host, found))
                        : builtin.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] bytes) throws UnknownHostException {
                return builtin.lookupByAddress(bytes);
            }
        };
    }

    /** The name of the address is compared with the certificate. */
    private static InetAddress named(String host, InetAddress address) {
        try {
            return InetAddress.getByAddress(host, address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of illegal length: " + address, e);
        }
    }

    @Override
    public String name() {
        return "connect-to";
    }
}
