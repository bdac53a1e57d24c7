# The runner, static, so that it starts in any image.
FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends gcc libc6-dev libpython3.11-dev \
 && rm -rf /var/lib/apt/lists/*
COPY runner /src
WORKDIR /src
RUN mkdir /jobcoach \
 && gcc -std=gnu17 -O2 -Wall -Wextra -Werror -static -o /jobcoach/runner \
        main.c protocol.c order.c cgroup.c confine.c seccomp.c streams.c files.c \
        processes.c server.c run.c \
 && python=/usr/lib/python3.11/config-3.11-$(uname -m)-linux-gnu \
 && gcc -std=gnu17 -O2 -Wall -Wextra -Werror -I/usr/include/python3.11 -no-pie -Wl,-E \
        -o /jobcoach/python-fork-server python_fork_server.c confine.c seccomp.c \
        $python/libpython3.11.a -lexpat -lz -lm -ldl \
 && chmod 0711 /jobcoach/*
