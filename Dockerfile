# syntax=docker/dockerfile:1

# One file for the three services: docker build --build-arg MODULE=monitor-service .
# It builds from a fresh clone; nothing but Docker is needed on the machine.

FROM eclipse-temurin:25.0.3_9-jdk-noble AS build
WORKDIR /source
COPY . .
# The same for each module, so that it runs once for all three images.
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -q -pl producer-service,monitor-service,healer-service -am package \
        -DskipTests -Dspotless.check.skip=true -Djacoco.skip=true

FROM build AS layers
ARG MODULE
RUN java -Djarmode=tools -jar "${MODULE:?name the module to build, as in --build-arg MODULE=monitor-service}/target/${MODULE}.jar" \
        extract --layers --application-filename service.jar --destination /layers

FROM eclipse-temurin:25.0.3_9-jre-noble
RUN useradd --system --uid 10001 --create-home --shell /usr/sbin/nologin homeostat \
    && install -d -o homeostat -g homeostat /data
COPY deploy/healthcheck.sh /usr/local/bin/healthcheck
WORKDIR /service
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./

USER homeostat
ENV HOMEOSTAT_DATA_DIR=/data \
    JAVA_TOOL_OPTIONS="-XX:+UseParallelGC -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
VOLUME /data
# Liveness: Kafka or the database being away does not make a container unhealthy. SERVER_PORT is set where it is run.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["healthcheck", "/actuator/health/liveness"]
ENTRYPOINT ["java", "-jar", "service.jar"]
