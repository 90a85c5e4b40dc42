package dev.ticketing.tickets;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class TicketsApplication {

    static void main(String[] args) {
        SpringApplication.run(TicketsApplication.class, args);
    }
}
