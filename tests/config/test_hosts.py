"""Names this machine answers to."""

import socket

from doithoai.config import hosts, serve


def test_machine_answers_to_its_own_names(monkeypatch):
    monkeypatch.setattr(socket, "gethostname", lambda: "VanPhong")
    monkeypatch.setattr(hosts, "office_address", lambda: ("10.0.0.5",))

    assert hosts.of_this_machine() == ("localhost", "127.0.0.1", "[::1]", "vanphong", "vanphong.local", "10.0.0.5")


def test_machine_has_no_office_address_without_network(monkeypatch):
    monkeypatch.setattr(hosts, "ANY_OUTSIDE_ADDRESS", ("not an address", 9))

    assert hosts.office_address() == ()


def test_addresses_name_the_office_network_when_server_is_open_to_it(monkeypatch):
    monkeypatch.setattr(hosts, "office_address", lambda: ("10.0.0.5",))

    assert "http://10.0.0.5:8000/dang-nhap/" in serve._addresses("0.0.0.0", 8000)
    assert "10.0.0.5" not in serve._addresses("127.0.0.1", 8000)
