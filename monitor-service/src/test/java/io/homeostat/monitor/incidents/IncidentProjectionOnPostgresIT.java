package io.homeostat.monitor.incidents;

import io.homeostat.fixtures.RealPostgres;

class IncidentProjectionOnPostgresIT extends IncidentProjectionContract {

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
