"""Services and how they talk."""

import pytest
from gathered import gathered
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.portfolio.facts.repository import RepositoryFacts

BOOT = """package a;
import org.springframework.boot.autoconfigure.SpringBootApplication;
@SpringBootApplication
class App {}
"""
FEIGN = """import org.springframework.cloud.openfeign.FeignClient;
@FeignClient(name = "user-service")
interface U {}
"""
SENDER = """import org.springframework.kafka.core.KafkaTemplate;
class S { void a() { kafka.send("orders", o); } }
"""
LISTENER = """import org.springframework.kafka.annotation.KafkaListener;
class L {
@KafkaListener(topics = "orders")
void on() {} }
"""
GATEWAY = """spring:
  application:
    name: gateway
  cloud:
    gateway:
      routes:
      - uri: lb://USER-SERVICE
"""


def talks(facts: RepositoryFacts) -> dict[str, tuple[str, ...]]:
    return {service.name: service.talks_to for service in facts.services}


def test_compose_services_by_dependency_and_environment() -> None:
    compose = """
services:
  web:
    build: ./frontend
    depends_on: [api]
  api:
    build: {context: ./backend/}
    environment:
      SPRING_DATASOURCE_URL: jdbc:mysql://db:3306/app
      REDIS_HOST: cache
      PROFILE: web
    links: ["queue:mq"]
  db:
    image: mysql:8
  cache:
    image: redis
  queue:
    image: rabbitmq:3
"""
    facts = gathered({"docker-compose.yml": compose, "backend/src/main/java/a/App.java": BOOT})
    assert talks(facts) == {
        "web": ("api",),
        "api": ("queue", "db", "cache"),
        "db": (),
        "cache": (),
        "queue": (),
    }
    api = next(service for service in facts.services if service.name == "api")
    assert (api.folder, api.technologies) == ("backend", ("Spring Boot",))
    assert [(item.path, item.start) for item in api.evidence] == [
        ("docker-compose.yml", 6), ("backend/src/main/java/a/App.java", 3),
    ]  # fmt: skip


def test_feign_gateway_and_kafka_join_modules() -> None:
    facts = gathered({
        "order/src/main/java/a/App.java": BOOT,
        "order/src/main/java/a/U.java": FEIGN,
        "order/src/main/java/a/S.java": SENDER,
        "user/src/main/java/a/App.java": BOOT,
        "user/src/main/resources/application.yml": "spring:\n  application:\n    name: user-service\n",
        "mail/src/main/java/a/App.java": BOOT,
        "mail/src/main/java/a/L.java": LISTENER,
        "gw/src/main/java/a/App.java": BOOT,
        "gw/src/main/resources/application.yml": GATEWAY,
        "mail/build.gradle": "implementation 'org.springframework.kafka:spring-kafka'\n",
    })  # fmt: skip
    assert talks(facts) == {
        "order": ("mail", "user-service"),
        "user-service": (),
        "mail": ("Kafka",),
        "gateway": ("user-service",),
    }  # fmt: skip


def test_kubernetes_deployments_by_their_environment() -> None:
    deployment = """apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
spec:
  template:
    spec:
      containers:
      - image: x/cart
        env:
        - {name: STORE_ADDR, value: "redis-cart:6379"}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: redis-cart}
spec: {template: {spec: {containers: [{image: "redis:alpine"}]}}}
"""
    facts = gathered({"k8s/cart.yaml": deployment})
    assert talks(facts) == {"cart": ("redis-cart",), "redis-cart": ()}


def test_a_javascript_app_and_an_api_beside_it() -> None:
    facts = gathered({
        "client/package.json": '{"scripts": {"start": "x"},\n "dependencies": {"react": "18", "axios": "1"}}',
        "server/package.json": '{"scripts": {"dev": "x"}, "dependencies": {"express": "4", "mongoose": "8"}}',
        "lib/package.json": '{"dependencies": {"react": "18"}}',
        "examples/demo/package.json": '{"scripts": {"start": "x"}, "dependencies": {"react": "18"}}',
    })  # fmt: skip
    assert talks(facts) == {"client": (), "server": ("MongoDB",)}


@pytest.mark.parametrize(
    ("path", "text", "technology"),
    [
        ("manage.py", 'import os\nos.environ["DJANGO_SETTINGS_MODULE"] = "a"\n', "Django"),
        ("app/main.py", "from fastapi import FastAPI\napp = FastAPI()\n", "FastAPI"),
        ("cmd/api/main.go", "package main\nfunc main() {\n}\n", "Go"),
        ("app/src/main/AndroidManifest.xml", "<manifest>\n<application/>\n</manifest>\n", "Android"),
    ],
)
def test_a_start_is_a_service(path: str, text: str, technology: str) -> None:
    (service,) = gathered({path: text}).services
    assert service.technologies[0] == technology
    assert service.evidence[0].path == path
    assert service.evidence[0].start > 1


def test_a_library_is_no_service() -> None:
    assert gathered({"src/a.py": "from fastapi import APIRouter\n", "b.go": "package b\n"}).services == ()


def test_a_context_that_leads_out_stays_inside() -> None:
    (service,) = gathered({"docker-compose.yml": "services:\n  a:\n    build: ../../../../etc\n"}).services
    assert service.folder == "etc"


@given(st.text("services:\n abd-[]{}&*#|>!'\"build image depends_on", max_size=200))
def test_any_compose_file_is_read(text: str) -> None:
    facts = gathered({"docker-compose.yml": text})
    assert all(service.name is not None for service in facts.services)
