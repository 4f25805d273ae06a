import { BlockList, isIP } from 'node:net';
import type { Settings, Words } from './settings.js';

/** What only the running server knows. */
export interface Listening {
  /** The port it got. */
  readonly port: number;
  /** Whose ports are led to the outside by rules that the server cannot see. */
  readonly inContainer: boolean;
}

const ownNetworks = new BlockList();
ownNetworks.addSubnet('127.0.0.0', 8);
ownNetworks.addSubnet('10.0.0.0', 8);
ownNetworks.addSubnet('172.16.0.0', 12);
ownNetworks.addSubnet('192.168.0.0', 16);
ownNetworks.addSubnet('169.254.0.0', 16);
ownNetworks.addAddress('::1', 'ipv6');
ownNetworks.addSubnet('fc00::', 7, 'ipv6');
ownNetworks.addSubnet('fe80::', 10, 'ipv6');

const OWN_NAMES = /^[^.]+$|\.(localhost|local|internal|test|home\.arpa)$/;
const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d+){3}|::1)$/;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** Where public address, HTTPS and the place that is listened on do not fit, in words for whoever runs the server. */
export function addressWarnings(
  { baseUrl, host }: Pick<Settings, 'baseUrl' | 'host'>,
  listening: Listening,
): Words[] {
  if (baseUrl === undefined) return withoutAddress(host);
  const url = new URL(baseUrl);
  return url.protocol === 'https:' ? overHttps(url, host, listening) : overHttp(url, listening);
}

const withoutAddress = (host: string): Words[] =>
  LOOPBACK.test(host)
    ? []
    : [
        {
          de:
            `KLIMASPUR_BASE_URL ist nicht gesetzt, obwohl HOST ${host} ist: Gedruckte Links führen nur auf diesen ` +
            'Rechner, und Anmeldungen sind nicht auf HTTPS beschränkt. Setzen Sie die öffentliche Adresse, etwa https://klima.example.org',
          en:
            `KLIMASPUR_BASE_URL is not set although HOST is ${host}: printed links lead to this machine only, and sessions ` +
            'are not kept to HTTPS. Set the public address, such as https://klima.example.org',
        },
      ];

function overHttps(url: URL, host: string, { port, inContainer }: Listening): Words[] {
  const open = !LOOPBACK.test(host);
  if (portOf(url) === port && (open || LOOPBACK.test(nameOf(url)))) {
    return [
      {
        de:
          `KLIMASPUR_BASE_URL ist ${url.origin}, aber auf diesem Port lauscht Klimaspur selbst, und es spricht nur HTTP. ` +
          'Stellen Sie dort einen Proxy mit HTTPS davor und lassen Sie Klimaspur auf 127.0.0.1 und einem anderen Port lauschen.',
        en:
          `KLIMASPUR_BASE_URL is ${url.origin}, but on that port Klimaspur itself listens, and it speaks plain HTTP. ` +
          'Put a proxy with HTTPS there, and let Klimaspur listen on 127.0.0.1 and another port.',
      },
    ];
  }
  if (!open || inContainer || isOwnNetwork(host)) return [];
  return [
    {
      de:
        `HOST ist ${host}: Wer Port ${port} fragt, bekommt die Seiten ohne HTTPS, am Proxy vorbei. ` +
        'Läuft der Proxy auf diesem Rechner, setzen Sie HOST=127.0.0.1',
      en:
        `HOST is ${host}: whoever asks port ${port} gets the pages without HTTPS, around the proxy. ` +
        'Where the proxy runs on this machine, set HOST=127.0.0.1',
    },
  ];
}

function overHttp(url: URL, { port, inContainer }: Listening): Words[] {
  if (!isOwnNetwork(nameOf(url))) {
    return [
      {
        de:
          `KLIMASPUR_BASE_URL ist ${url.origin}: Anmeldelinks und Anmeldungen gehen unverschlüsselt über das Netz. ` +
          `Stellen Sie einen Proxy mit HTTPS davor und setzen Sie https://${url.hostname}`,
        en:
          `KLIMASPUR_BASE_URL is ${url.origin}: sign-in links and sessions travel unencrypted. ` +
          `Put a proxy with HTTPS in front and set https://${url.hostname}`,
      },
    ];
  }
  if (portOf(url) === port || inContainer) return [];
  return [
    {
      de:
        `KLIMASPUR_BASE_URL nennt Port ${portOf(url)}, Klimaspur lauscht aber auf ${port}: ` +
        'Führt kein Proxy von einem zum anderen, führen die Links ins Leere.',
      en:
        `KLIMASPUR_BASE_URL names port ${portOf(url)}, but Klimaspur listens on ${port}: ` +
        'unless a proxy leads from one to the other, its links lead nowhere.',
    },
  ];
}

const portOf = ({ port, protocol }: URL): number => Number(port || DEFAULT_PORTS[protocol]);

/** IPv6 without the brackets of the address. */
const nameOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

function isOwnNetwork(host: string): boolean {
  const family = isIP(host);
  if (family === 0) return OWN_NAMES.test(host);
  return ownNetworks.check(host, family === 6 ? 'ipv6' : 'ipv4');
}
