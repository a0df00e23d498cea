package io.homeostat.runtime.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for what the server itself refuses before a controller is reached. */
@Controller
class ProblemErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND;
        Problems.write(response, code, sentence(code));
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read as HTTP, or a part of it is not allowed.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take this method.";
            case 413 -> "The body is too large.";
            case 503 -> "The service cannot answer now; try again.";
            default ->
                status < 500
                        ? "The request is refused."
                        : "The service failed to answer; its log says why. The call may be tried again.";
        };
    }
}
