package io.homeostat.monitor.alerting;

import io.homeostat.runtime.settings.HomeostatProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the database's place and its dialect known without asking the database, which may be away. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /**
     * H2 writes what was committed to its file every two seconds, and so each page that many alerts share once. What a
     * crash takes is read from Kafka again: the position stands in the same file.
     */
    private static final String LAZILY_WRITTEN = ";WRITE_DELAY=2000";

    @Bean
    StoreConnection storeConnection(Environment environment, HomeostatProperties properties) {
        String url = environment.getProperty("spring.datasource.url", "");
        String folder = properties.dataDir().toAbsolutePath().normalize().toString();
        return new StoreConnection(
                url.isBlank() ? "jdbc:h2:file:" + folder.replace('\\', '/') + "/monitor/alerts" + LAZILY_WRITTEN : url,
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"));
    }

    /** {@link StoreKeeper} migrates once the database answers. */
    @Bean
    FlywayMigrationStrategy migrateLater() {
        return flyway -> {};
    }

    @Bean
    HibernatePropertiesCustomizer dialect(StoreConnection connection) {
        return settings -> settings.putAll(Map.of(
                "hibernate.dialect",
                connection.isEmbedded() ? "org.hibernate.dialect.H2Dialect" : "org.hibernate.dialect.PostgreSQLDialect",
                "hibernate.boot.allow_jdbc_metadata_access",
                false));
    }

    /**
     * Where the database is. Immutable.
     *
     * @param url H2's or PostgreSQL's
     */
    record StoreConnection(
            String url, @Nullable String user, @Nullable String secret) implements JdbcConnectionDetails {

        StoreConnection {
            if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException(
                        "spring.datasource.url must begin with jdbc:h2: or jdbc:postgresql:, was " + url);
            }
        }

        /** Whether the database belongs to this process alone. */
        boolean isEmbedded() {
            return url.startsWith("jdbc:h2:");
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public @Nullable String getUsername() {
            return user == null && isEmbedded() ? "sa" : user;
        }

        @Override
        public @Nullable String getPassword() {
            return secret == null && isEmbedded() ? "" : secret;
        }

        @Override
        public String toString() {
            return url;
        }
    }
}
