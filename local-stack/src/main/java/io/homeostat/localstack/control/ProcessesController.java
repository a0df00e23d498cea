package io.homeostat.localstack.control;

import io.homeostat.localstack.plan.SupervisorAccess;
import io.homeostat.localstack.processes.ChildView;
import io.homeostat.localstack.processes.Supervisor;
import io.homeostat.runtime.supervision.GenerationFence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/processes")
class ProcessesController {

    private final Supervisor supervisor;
    private final SupervisorAccess access;
    private final GenerationFence fence = new GenerationFence();

    ProcessesController(Supervisor supervisor, SupervisorAccess access) {
        this.supervisor = supervisor;
        this.access = access;
    }

    @GetMapping
    Processes list() {
        List<ChildView> views = supervisor.views();
        return new Processes(views, 0, views.size(), views.size());
    }

    /**
     * Accepts the wish, unless a newer generation of the healers' group has given orders; the list shows a new process id
     * when it has been granted. With {@code force} the process is killed at once.
     */
    @PostMapping("/{name}/restart")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ChildView restart(
            @PathVariable String name,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestParam(required = false) @Nullable Long generation,
            @RequestParam(defaultValue = "false") boolean force) {
        if (!access.isGrantedBy(authorization)) {
            throw new ResponseStatusException(
                    HttpStatus.UNAUTHORIZED,
                    "A restart needs the header Authorization: Bearer, with the token that the healer was given.");
        }
        fence.check(generation);
        return supervisor
                .restart(name, force)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "The processes are producer, monitor, healer and broker."));
    }

    /** All on one page, since there are always four. */
    record Processes(List<ChildView> items, int page, int size, int total) {}
}
