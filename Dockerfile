FROM node:24-slim

ENV NODE_ENV=production
WORKDIR /app

# The image brings Node, so the optional package with one is left out.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund && npm cache clean --force

COPY commands ./commands
COPY config ./config
COPY src ./src

# Everything that is kept lies here; mount a volume on it.
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data

# Answers 200 when every part runs, from inside the container alone.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT || 8080}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

CMD ["node", "--max-semi-space-size=4", "src/main.mjs"]
