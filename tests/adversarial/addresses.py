"""Addresses that must never be asked for, and names that lead there."""

from typing import Final

from .case import UrlCase

SPELT: Final = (
    "ftp://news.example/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:25/_HELO",
    "javascript://news.example/%0aalert(1)",
    "data://text/html,x",
    "http://2130706433/",
    "http://017700000001/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://127.0.0.1./",
    "http://127.0.0.1.:80/",
    "http://\uff11\uff12\uff17.0.0.1/",
    "http://\u2460\u2461\u2466.0.0.1/",
    "http://user@news.example/",
    "http://news.example:80@127.0.0.1/",
    "http://news.example\\@127.0.0.1/",
    "http://127.0.0.1\\.news.example/",
    "http://news.example#@127.0.0.1\t/",
    "http://news.example/\r\nHost: 127.0.0.1",
    "http://news.example/\x00",
    "http://news.example:99999/",
    "http://news.example:0x50/",
    "http://[::1",
    "http://[::1]]/",
    "http://[fe80::1%25eth0]/",
    "http://%31%32%37.0.0.1/",
    "http://news.example%00.example/",
    "http:///",
    "http://",
    "http://-/?" + "a" * 3000,
    "http://" + "a" * 300 + ".example/",
    "http://" + "\u00e6" * 200 + ".example/",
)
"""Refused by how they are spelt, before any name is resolved."""

LITERAL: Final = (
    "http://127.0.0.1/",
    "http://127\u30020\u30020\u30021/",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.100.100.200/",
    "http://192.0.0.192/",
    "http://0.0.0.0/",
    "http://255.255.255.255/",
    "http://[::]/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fd00:ec2::254]/",
    "http://[fe80::1]/",
    "http://[ff02::1]/",
)
"""Refused by where they lead; no name has to be resolved."""

ADDRESSES: Final = (
    *(UrlCase(f"spelt-{number}", url) for number, url in enumerate(SPELT)),
    *(UrlCase(f"literal-{number}", url) for number, url in enumerate(LITERAL)),
    UrlCase("name-inside", "http://inside.example/", ("10.0.0.5",)),
    UrlCase("name-mixed", "http://mixed.example/", ("198.51.101.7", "127.0.0.1")),
    UrlCase("name-metadata", "http://metadata.example/", ("169.254.169.254",)),
    UrlCase("name-mapped", "http://mapped.example/", ("::ffff:10.0.0.1",)),
    UrlCase("name-scoped", "http://scoped.example/", ("fe80::1%1",)),
    UrlCase("name-of-words", "http://words.example/", ("localhost",)),
    UrlCase("name-of-nothing", "http://nothing.example/", ()),
)
