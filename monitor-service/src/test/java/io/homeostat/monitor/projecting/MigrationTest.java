package io.homeostat.monitor.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class MigrationTest {

    private static final String URL = "jdbc:h2:mem:migration;DB_CLOSE_DELAY=-1";

    @Test
    void keepsHowFarTheAlertsWereReadBeforeThereWereIncidents() throws SQLException {
        Flyway.configure().dataSource(URL, "sa", "").target("1").load().migrate();
        try (Connection connection = DriverManager.getConnection(URL, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("insert into projection_position values ('cluster', 3, 42)");

            Flyway.configure().dataSource(URL, "sa", "").load().migrate();

            try (ResultSet row = statement.executeQuery("select * from topic_position")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("topic")).isEqualTo("alerts");
                assertThat(row.getInt("log_partition")).isEqualTo(3);
                assertThat(row.getLong("next_offset")).isEqualTo(42);
            }
        }
    }
}
