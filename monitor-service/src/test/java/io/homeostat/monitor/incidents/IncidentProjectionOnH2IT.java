package io.homeostat.monitor.incidents;

class IncidentProjectionOnH2IT extends IncidentProjectionContract {

    @Override
    String[] databaseSettings() {
        return new String[0];
    }
}
