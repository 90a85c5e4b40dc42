package dev.ticketing.messaging.wire;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code ticketing.messaging}.
 *
 * @param natsUrl one or more servers, separated by commas
 * @param user of this service at the server; not needed locally
 * @param replicas of every stream: 1 locally, 3 in a cluster
 * @param ackWait the time for a handler, after which the server delivers the event to another instance; events in
 *     progress in a killed instance wait that long
 * @param longestLag how far this service may be behind others: a document younger than this that is not found is not
 *     yet known, an older one does not exist
 * @param lanes number of events that one consumer handles concurrently; never two of one aggregate
 */
@ConfigurationProperties("ticketing.messaging")
public record MessagingProperties(
        @DefaultValue("nats://localhost:4222") String natsUrl,
        String user,
        String password,
        @DefaultValue("1") int replicas,
        @DefaultValue("10s") Duration ackWait,
        @DefaultValue("30m") Duration longestLag,
        @DefaultValue("16") int lanes) {}
