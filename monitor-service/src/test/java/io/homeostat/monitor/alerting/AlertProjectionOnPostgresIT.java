package io.homeostat.monitor.alerting;

import io.homeostat.fixtures.RealPostgres;

class AlertProjectionOnPostgresIT extends AlertProjectionContract {

    @Override
    String[] databaseSettings() {
        RealPostgres postgres = RealPostgres.shared();
        return new String[] {
            "--spring.datasource.url=" + postgres.newDatabaseUrl(),
            "--spring.datasource.username=" + postgres.username(),
            "--spring.datasource.password=" + postgres.password()
        };
    }
}
