package io.homeostat.monitor.alerting;

class AlertProjectionOnH2IT extends AlertProjectionContract {

    @Override
    String[] databaseSettings() {
        return new String[0];
    }
}
