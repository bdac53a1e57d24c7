"""How a judging container is closed off: every flag that holds hostile code, in one place."""

import random

import docker
from docker.types import LogConfig

from jobcoach.judge.sandbox.box import BoxSpec
from jobcoach.judge.sandbox.engine import engine_faults

RUNNER_BYTES = 8 << 20
TMP_BYTES = 64 << 20


def create_container(client: docker.APIClient, image: str, spec: BoxSpec, labels: dict[str, str]) -> str:
    """Creates (does not start) the container for a box; its id. Raises EnvironmentMissing.

    Two users that no other container shares (RLIMIT_NPROC counts by user over
    the whole machine): one builds, the other runs what was built.
    """
    builder = random.randrange(20_000, 60_000, 2)  # noqa: S311 - no secret, only apart from others
    small = f"size={TMP_BYTES},nr_inodes=16k,mode=1777"
    with engine_faults("create a container"):
        host_config = client.create_host_config(
            network_mode="none",
            read_only=True,
            cap_drop=["ALL"],
            cap_add=["KILL", "SETUID", "SETGID"],
            security_opt=["no-new-privileges:true"],
            pids_limit=spec.processes + 16,
            mem_limit=container_bytes(spec),
            memswap_limit=container_bytes(spec),
            log_config=LogConfig(type="none"),
            nano_cpus=1_000_000_000,
            ipc_mode="private",
            auto_remove=True,
            tmpfs={
                "/box": f"exec,nosuid,nodev,size={spec.disk_bytes},nr_inodes=16k,mode=0755,"
                f"uid={builder},gid={builder}",
                "/tmp": f"noexec,nosuid,nodev,{small}",  # noqa: S108 - inside the container
                "/dev/shm": f"noexec,nosuid,nodev,{small}",  # noqa: S108
            },
        )
        made = client.create_container(
            image,
            command=[str(builder), str(builder + 1)],
            entrypoint=["/jobcoach/runner"],
            user="0:0",
            working_dir="/",
            environment={},
            hostname="box",
            stdin_open=True,
            stop_signal="SIGKILL",  # an engine that ends, or starts again, need not wait for it
            labels=labels,
            host_config=host_config,
            network_disabled=True,
        )
    return str(made["Id"])


def container_bytes(spec: BoxSpec) -> int:
    """The container's memory limit: the program's, the runtime's and what the box itself holds."""
    overhead = spec.language.overhead_mib << 20
    return int(spec.memory_bytes + overhead + spec.input_bytes + RUNNER_BYTES)
