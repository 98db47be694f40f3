"""Out: e-mail, SMS, Zalo, loudspeaker, poster."""
