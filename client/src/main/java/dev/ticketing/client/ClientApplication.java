package dev.ticketing.client;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class ClientApplication {

    static void main(String[] args) {
        SpringApplication.run(ClientApplication.class, args);
    }
}
