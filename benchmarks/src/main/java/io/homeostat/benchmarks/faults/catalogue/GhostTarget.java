package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.stack.Site;

/** A target at whose address nobody has ever answered, from the start on: not seen yet. */
record GhostTarget() implements Injection {

    @Override
    public void prepare(Site site) {
        site.argument("healer", "--homeostat.targets.ghost.url=http://localhost:" + site.freePort());
        site.expectSick("ghost");
    }

    @Override
    public void inject(Stage stage) {
        // it is there already
    }
}
